package io.maimen.driver.senml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Reject;
import io.maimen.observation.Bytes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
    @Test
    void everyTruncationIsRefused() {
        for (Bytes whole : new Bytes[] {Packs.JSON, Packs.CBOR}) {
            byte[] pack = whole.toArray();
            for (int length = 0; length < pack.length; length++) {
                byte[] cut = Arrays.copyOf(pack, length);
                assertThrows(PackRefusal.class, () -> SenmlPack.read(cut), () -> Bytes.of(cut)
                        .hex());
            }
        }
    }

    @Property(tries = 200)
    void anyBytesAreReadOrRefusedAndNeverThrow(@ForAll byte[] noise, @ForAll boolean cbor) {
        byte[] pack = noise.clone();
        if (pack.length > 0) {
            pack[0] = (byte) (cbor ? 0x9F : '[');
        }
        assertTrue(answers(pack));
    }

    @Property(tries = 500)
    void anyByteChangedIsReadOrRefusedAndNeverThrows(
            @ForAll @IntRange(max = 141) int at, @ForAll byte value, @ForAll boolean cbor) {
        byte[] pack = (cbor ? Packs.CBOR : Packs.JSON).toArray();
        pack[at % pack.length] = value;
        assertTrue(answers(pack));
    }

    private static boolean answers(byte[] pack) {
        return !Packs.protocol(Map.of()).on(Packs.received(Bytes.of(pack))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "f93e00,             1.5", // half
        "f92e66,             0.1", // the half nearest to 0.1, which is 0.0999755859375
        "f90001,             0.00000006", // the smallest half
        "fa42c80000,         100", // single
        "fa3dcccccd,         0.1",
        "fb405e066666666666, 120.1", // double
        "fb41d303a15b001062, 1276020076.001",
        "fb4415af1d78b58c40, 100000000000000000000", // 1e20 has one digit
        "190080,             128",
        "38bf,               -192",
        "c48221186b,         1.07", // decimal fraction [-2, 107]
    })
    void aNumberKeepsItsDigitsAndAFloatGetsTheFewest(String hex, BigDecimal expected) throws PackRefusal {
        // [{n: "x", v: …}]
        byte[] pack = HexFormat.of().parseHex("81a2006178" + "02" + hex);
        SenmlValue value = SenmlPack.read(pack).records().get(0).value().orElseThrow();
        assertEquals(new SenmlValue.Decimal(expected).toString(), value.toString());
    }

    @Property(tries = 300)
    void theShortestDecimalIsTheSameFloat(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        assertEquals(value, ShortestDecimal.ofDouble(value).doubleValue());
        assertEquals((float) value, ShortestDecimal.ofFloat((float) value).floatValue());
        assertTrue(ShortestDecimal.ofDouble(value).stripTrailingZeros().precision()
                <= new BigDecimal(Double.toString(value)).stripTrailingZeros().precision() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "SML-009, 81a2616e6178" + "0201", // the label n as text
        "SML-006, 81a2006178" + "02e5", // simple value 5 is no number
        "SML-006, 81a2006178" + "02f6", // null
        "SML-002, 81a2006178" + "02ff", // a break where a value must be
        "SML-003, 81a2006178" + "0201" + "00", // one byte too many
        "SML-007, 81a2006178" + "021bffffffffffffffff", // 20 digits
    })
    void cborThatIsNotWhatItMustBeIsRefused(String code, String hex) {
        Reject reject = (Reject) Packs.protocol(Map.of())
                .on(Packs.received(Bytes.of(HexFormat.of().parseHex(hex))))
                .get(0);
        assertEquals(code, reject.error().code(), reject.error().toString());
    }
}
