package io.maimen.gateway.connect.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class BluezTreeTest {
    private static final String ADAPTER = "/org/bluez/hci0";
    private static final String CUFF = ADAPTER + "/dev_AA_BB_CC_DD_EE_01";
    private static final String VALUE = CUFF + "/service0001/char0002";
    private static final String UUID = "00002a35-0000-1000-8000-00805f9b34fb";

    private final BluezTree tree = new BluezTree();

    BluezTreeTest() {
        tree.added(ADAPTER, Map.of(BluezTree.ADAPTER, BluezProperties.NONE));
        tree.added(CUFF, Map.of(BluezTree.DEVICE, properties("Address", "AA:BB:CC:DD:EE:01")));
        tree.added(VALUE, Map.of(BluezTree.CHARACTERISTIC, properties("UUID", UUID)));
    }

    @Test
    void aDeviceIsFoundByItsAddressBelowItsAdapter() {
        assertEquals(Optional.of(CUFF), tree.device(ADAPTER, "aa:bb:cc:dd:ee:01"));
        assertEquals(Optional.empty(), tree.device(ADAPTER, "AA:BB:CC:DD:EE:02"));
        assertEquals(Optional.empty(), tree.device("/org/bluez/hci1", "AA:BB:CC:DD:EE:01"));
    }

    @Test
    void aCharacteristicIsFoundByItsUuidBelowItsDevice() {
        assertEquals(Optional.of(VALUE), tree.characteristic(CUFF, UUID));
        assertEquals(Optional.empty(), tree.characteristic(ADAPTER + "/dev_AA_BB_CC_DD_EE_0", UUID));
    }

    @Test
    void aChangeIsMergedAndKeepsWhatItDoesNotName() {
        tree.changed(CUFF, BluezTree.DEVICE, properties("Connected", true));
        assertTrue(tree.properties(CUFF, BluezTree.DEVICE).isTrue("Connected"));
        assertEquals(Optional.of(CUFF), tree.device(ADAPTER, "AA:BB:CC:DD:EE:01"));
    }

    @Test
    void aChangeOfAnObjectThatIsGoneMakesNoObject() {
        tree.removed(CUFF, List.of(BluezTree.DEVICE));
        tree.changed(CUFF, BluezTree.DEVICE, properties("Connected", true));
        assertFalse(tree.has(CUFF, BluezTree.DEVICE));
    }

    /** The library's arrays are arrays or lists, and its nulls are no values. */
    @Test
    void whatTheLibraryGivesInAnUnexpectedTypeIsNotThere() {
        byte[] bytes = {0x16, (byte) 0xFF};
        assertEquals(Optional.of(Bytes.of(bytes)), properties("Value", bytes).bytes("Value"));
        assertEquals(
                Optional.of(Bytes.of(bytes)),
                new BluezProperties(Map.of("Value", List.of((byte) 0x16, (byte) 0xFF))).bytes("Value"));
        assertEquals(Optional.empty(), new BluezProperties(Map.of("Value", List.of("16"))).bytes("Value"));
        assertEquals(Optional.empty(), properties("Address", 7).text("Address"));
        assertFalse(properties("Connected", "true").isTrue("Connected"));
        assertFalse(properties("Connected", "false").isFalse("Connected"));
    }

    private static BluezProperties properties(String name, Object value) {
        return BluezProperties.of(Map.of(name, new Variant<>(value)));
    }
}
