package io.maimen.simulator.page;

import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.util.Locale;

/** Who works in the clinic of the page's tests, beside its first administrator. */
enum Staff {
    LI("李医生", "hospital-expert"),
    WANG("王主任", "county-reader"),
    ZHANG("张医生", "village-doctor");

    static final String PASSWORD = "the pulse of the wrist";

    private final String displayName;
    private final String role;

    Staff(String displayName, String role) {
        this.displayName = displayName;
        this.role = role;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes everyone's account; an administrator signs nothing, so what is done about alerts, these do. */
    static void hire(ServerClient admin) throws IOException, InterruptedException {
        for (Staff one : values()) {
            admin.createUser(one.username(), one.displayName, one.role, "root", PASSWORD);
        }
    }
}
