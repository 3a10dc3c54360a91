package io.maimen.driver.protocentral;

import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.waveform.Lead;
import io.maimen.driver.waveform.LineWaveform;
import io.maimen.driver.waveform.Scale;
import io.maimen.driver.waveform.WaveformFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * The ADS1292R that both boards measure with. The bytes say neither rate nor scale, so the options do: {@code lead}, I or II, I
 * where it is not said; {@code rateHz}, 125; {@code nanovoltsPerStep}, 12309, which is 2.42 V over gain 6 in 16 bits (data sheet
 * SBAS502); {@code simulated}.
 */
final class FrontEnd {
    private static final int STANDARD_RATE_HZ = 125;
    private static final int HIGHEST_RATE_HZ = 8_000;
    private static final int STANDARD_NANOVOLTS = 12_309;
    private static final int MOST_NANOVOLTS = 1_000_000;
    private static final int NANO_TO_MILLI = 6;

    private FrontEnd() {}

    static DeviceProtocol open(Origin origin, WaveformFormat<?> format) {
        DriverOptions options = origin.context().options();
        int nanovolts = options.integer("nanovoltsPerStep", STANDARD_NANOVOLTS, 1, MOST_NANOVOLTS);
        Scale scale = new Scale(BigDecimal.valueOf(nanovolts, NANO_TO_MILLI), Short.MIN_VALUE, Short.MAX_VALUE);
        return new LineWaveform<>(
                origin,
                format,
                List.of(new Lead(Lead.only(options), 0, scale)),
                options.integer("rateHz", STANDARD_RATE_HZ, 1, HIGHEST_RATE_HZ),
                List.of());
    }
}
