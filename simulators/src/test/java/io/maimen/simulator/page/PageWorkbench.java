package io.maimen.simulator.page;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.MaimenHome;
import io.maimen.simulator.clinic.Part;
import io.maimen.simulator.clinic.SimulatedDevice;
import io.maimen.simulator.clinic.TaohuaCounty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one running {@link Clinic} and one {@link Browser}: to start them takes longer than any test. Where there is
 * no browser the tests are skipped, with the reason.
 */
final class PageWorkbench implements ExecutionCondition, ParameterResolver {
    static final String ANALYSER = "AN-0001";
    static final String PATCH = "ECG-0001";

    /** Every third specimen is critical, so that a test need not wait long for an alert; gaps come as often. */
    private static final List<SimulatedDevice> DEVICES = List.of(
            new SimulatedDevice.Analyser(
                    ANALYSER, List.of("--seed=7", "--interval-ms=600", "--critical-share=0.34", "--drain-seconds=0")),
            new SimulatedDevice.EcgPatch(
                    PATCH, List.of("--seed=7", "--drop-block-every=6", "--lead-off-every=10", "--drain-seconds=0")));

    /** The clinic's logs and journals stay there until the next clean build, for who looks for a failure's reason. */
    private static final Path TARGET = Path.of(System.getProperty("maimen.home", ".."), "simulators/target");

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PageWorkbench.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Files.isExecutable(Browser.CHROMIUM)
                ? ConditionEvaluationResult.enabled("the browser is there")
                : ConditionEvaluationResult.disabled(
                        "tests of the page need " + Browser.CHROMIUM + "; run: apt-get install chromium");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Clinic.class || type == Browser.class;
    }

    /** From the root's store, which closes them after the last test. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(HERE);
        return parameter.getParameter().getType() == Clinic.class
                ? store.getOrComputeIfAbsent(Clinic.class, type -> clinic())
                : store.getOrComputeIfAbsent(Browser.class, type -> Browser.open());
    }

    private static Clinic clinic() {
        try {
            Path directory = Files.createTempDirectory(TARGET, "page-clinic-");
            Clinic clinic = Clinic.aside(MaimenHome.find(), directory, TaohuaCounty.clinic(DEVICES));
            clinic.start(Part.SERVER);
            Staff.hire(clinic.server());
            clinic.startEdge();
            return clinic;
        } catch (IOException | SimulatorException e) {
            throw new ParameterResolutionException("the clinic must start but did not: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted while the clinic started", e);
        }
    }
}
