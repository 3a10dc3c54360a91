import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up what ran, from the XML reports of surefire and failsafe and from the list of whole-system checks.
 *
 * <p>Arguments: the project's directory, Maven's exit code, the file with one line "passed|failed|skipped CHECK: WHY"
 * per check. Prints what failed, what was skipped and why and what passed only when it was run again, and last "N passed,
 * N failed, N skipped". Ends with 1 when anything failed, when nothing ran, or when a skip has no reason.
 */
final class TestSummary {
    private int passed;
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> flaky = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        TestSummary summary = new TestSummary();
        for (Path report : reports(Path.of(args[0]))) {
            summary.addReport(report);
        }
        if (summary.passed == 0 && summary.failed.isEmpty()) {
            summary.failed.add("no test ran at all; see target/maven.log");
        } else if (!args[1].equals("0") && summary.failed.isEmpty()) {
            summary.failed.add("the Maven build itself; see target/maven.log");
        }
        Files.readAllLines(Path.of(args[2])).forEach(summary::addCheck);
        summary.print();
        System.exit(summary.failed.isEmpty() ? 0 : 1);
    }

    private static List<Path> reports(Path home) throws IOException {
        try (Stream<Path> files = Files.find(home, 4, (file, attributes) -> file.getParent().getFileName().toString().endsWith("-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml"))) {
            return files.sorted().toList();
        }
    }

    private void addReport(Path report) throws IOException, SAXException, ParserConfigurationException {
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            addCase((Element) cases.item(i));
        }
    }

    private void addCase(Element test) {
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        NodeList skips = test.getElementsByTagName("skipped");
        if (skips.getLength() > 0) {
            reason((Element) skips.item(0))
                    .ifPresentOrElse(
                            reason -> skipped.add(name + ": " + reason),
                            () -> failed.add(name + ": skipped without a reason; name what is missing and what to do"));
        } else if (why(test, "failure", "error").isPresent()) {
            failed.add(name + ": " + why(test, "failure", "error").get());
        } else {
            why(test, "flakyFailure", "flakyError").ifPresent(why -> flaky.add(name + ": passed only when run again: " + why));
            passed++;
        }
    }

    /** What the first of these elements says in its first line. */
    private static Optional<String> why(Element test, String... tags) {
        return Stream.of(tags)
                .map(test::getElementsByTagName)
                .filter(found -> found.getLength() > 0)
                .map(found -> ((Element) found.item(0)).getTextContent().strip().lines().findFirst().orElse(""))
                .findFirst();
    }

    /** JUnit gives a reason as attribute or, for an assumption, as first line of a stack trace; some are only filler. */
    private static Optional<String> reason(Element skip) {
        String text = skip.hasAttribute("message") ? skip.getAttribute("message") : skip.getTextContent();
        String reason = text.lines().findFirst().orElse("").replaceFirst("^[\\w.]+Exception: ", "").strip();
        boolean filler = reason.isEmpty()
                || reason.endsWith("is @Disabled")
                || reason.matches("Assumption failed(: assumption is (not )?(true|false))?");
        return filler ? Optional.empty() : Optional.of(reason);
    }

    private void addCheck(String line) {
        String check = line.substring(line.indexOf(' ') + 1);
        switch (line.substring(0, line.indexOf(' '))) {
            case "passed" -> passed++;
            case "skipped" -> skipped.add(check);
            default -> failed.add(check);
        }
    }

    private void print() {
        System.out.println();
        skipped.forEach(name -> System.out.println("skipped  " + name));
        flaky.forEach(name -> System.out.println("flaky    " + name));
        failed.forEach(name -> System.out.println("failed   " + name));
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed.size(), skipped.size());
    }
}
