package io.maimen.simulator.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the table of modules.
 *
 * @param folder         its folder below the project's root
 * @param rootPackage    all its classes live here or below
 * @param classesAtLeast with fewer classes the rules would pass because there is nothing to judge
 * @param mayUse         the modules it may see
 * @param libraries      the libraries it may compile against, as ArchUnit package patterns
 */
record HouseModule(
        String folder, String rootPackage, int classesAtLeast, List<HouseModule> mayUse, List<String> libraries) {
    /** What it may depend on: the JDK, itself, other modules, libraries. */
    String[] allowedPackages() {
        Stream<String> own = Stream.concat(Stream.of(this), mayUse.stream()).map(module -> module.rootPackage + "..");
        return Stream.of(Stream.of("java..", "javax.."), own, libraries.stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return folder;
    }
}
