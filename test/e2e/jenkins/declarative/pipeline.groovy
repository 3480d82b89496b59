/** Why this exists: `pipeline { … }` for the stand-in: Jenkins' own is not to be had without a server. */
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

def call(Closure body) {
    def pipeline = new Section()
    Section.read(pipeline, body)
    runSection(pipeline)
}

def runSection(Section section) {
    if (section.agent == null || section.agent == 'none') runInside(section)
    else node { runInside(section) }
}

def runInside(Section section) {
    def variables = new standin.Variables()
    if (section.environment) Section.read(variables, section.environment)
    withEnv(variables.pairs) {
        if (variables.bindings) withCredentials(variables.bindings) { runWithPost(section) }
        else runWithPost(section)
    }
}

def runWithPost(Section section) {
    def error = null
    try {
        runBody(section)
    } catch (Throwable thrown) {
        error = thrown
    }
    def outcome = error == null ? 'success' : error instanceof FlowInterruptedException ? 'aborted' : 'failure'
    for (condition in ['always', outcome, 'cleanup']) {
        if (section.post[condition]) section.post[condition].call()
    }
    if (error != null) throw error
}

def runBody(Section section) {
    if (section.steps) {
        section.steps.call()
    } else if (section.inParallel) {
        def branches = [:]
        for (one in section.stages) {
            def branch = one
            branches[branch.name] = { runSection(branch) }
        }
        parallel(branches)
    } else {
        for (one in section.stages) {
            def next = one
            stage(next.name) { runSection(next) }
        }
    }
}
