/** Why this exists: reads a declarative `pipeline { }` or `stage { }`, as far as the examples use the language. */
class Section implements Serializable {
    String name
    def agent
    Closure environment
    Closure steps
    boolean inParallel
    List<Section> stages = []
    Map<String, Closure> post = [:]

    def getAny() { 'any' }

    def getNone() { 'none' }

    def agent(value) { agent = value }

    def agent(Closure body) { agent = 'label' }

    def environment(Closure body) { environment = body }

    def steps(Closure body) { steps = body }

    def options(Closure body) { read(new standin.Directives('options'), body) }

    def parameters(Closure body) { read(new standin.Directives('parameters'), body) }

    def triggers(Closure body) { read(new standin.Directives('triggers'), body) }

    def stages(Closure body) { read(this, body) }

    def parallel(Closure body) {
        inParallel = true
        read(this, body)
    }

    def stage(String name, Closure body) {
        def made = new Section(name: name)
        read(made, body)
        stages.add(made)
    }

    def post(Closure body) { read(new Post(conditions: post), body) }

    /** Only while it is read: the steps inside of it mean Jenkins' own names. */
    static void read(Object into, Closure body) {
        def before = body.delegate
        body.delegate = into
        body.resolveStrategy = Closure.DELEGATE_FIRST
        body()
        body.delegate = before
    }
}
