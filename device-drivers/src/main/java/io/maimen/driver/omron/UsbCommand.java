package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command to a USB cuff, such as {@code VER00}: three letters, an argument and its exclusive or. Immutable. */
record UsbCommand(Bytes payload) {
    static final MessageDecoder<UsbCommand> DECODER =
            new MessageDecoder<>("omron.usb-command", UsbCommand::read, UsbCommand::fields);

    static Decoded<UsbCommand> read(ByteBuffer reports) {
        Decoded<Bytes> joined = UsbMessage.joined(reports);
        return joined instanceof Decoded.Frame<Bytes> payload
                ? new Decoded.Frame<>(new UsbCommand(payload.frame()))
                : new Decoded.Refused<>(((Decoded.Refused<Bytes>) joined).error());
    }

    List<FrameField> fields() {
        int length = UsbMessage.place(payload.size() - 1);
        String text = new String(payload.toArray(), StandardCharsets.US_ASCII);
        FieldList fields = new FieldList().text("payload", payload.hex(), 1, length);
        return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
                ? fields.text("text", text, 1, length).fields()
                : fields.fields();
    }
}
