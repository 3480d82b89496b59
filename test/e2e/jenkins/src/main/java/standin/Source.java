package standin;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/** Why this exists: compiles a Jenkinsfile and the library as Jenkins does: in continuation-passing style, by one loader. */
final class Source {
    private final GroovyClassLoader classes;
    private final Path library;

    Source(Path library, Path declarative) {
        this.library = library;
        CpsTransformer transformer = new CpsTransformer();
        transformer.setConfiguration(new TransformerConfiguration());
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(PipelineScript.class.getName());
        configuration.addCompilationCustomizers(new ImportCustomizer()
                .addImport("Library", Library.class.getName())
                .addStarImports(NonCPS.class.getPackageName()), transformer);
        classes = new GroovyClassLoader(Source.class.getClassLoader(), configuration);
        for (Path folder : new Path[] {library.resolve("src"), library.resolve("vars"), declarative}) classes.addClasspath(folder.toString());
    }

    ClassLoader classes() {
        return classes;
    }

    Script jenkinsfile(Path file) throws Exception {
        return (Script) classes.parseClass(Files.readString(file), "WorkflowScript.groovy").getDeclaredConstructor().newInstance();
    }

    /** A variable of the library, or null. */
    Object variable(String name) throws Exception {
        boolean known = Files.exists(library.resolve("vars").resolve(name + ".groovy")) || name.equals("pipeline");
        return known ? classes.loadClass(name).getDeclaredConstructor().newInstance() : null;
    }

    String resource(String name) throws IOException {
        return Files.readString(library.resolve("resources").resolve(name));
    }
}
