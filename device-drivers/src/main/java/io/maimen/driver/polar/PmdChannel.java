package io.maimen.driver.polar;

import io.maimen.driver.Channel;

/** The characteristics of the Polar Measurement Data service, by UUID in lower case. */
final class PmdChannel {
    static final Channel CONTROL_POINT = new Channel("fb005c81-02e7-f387-1cad-8acd2d8df0c8");
    static final Channel DATA = new Channel("fb005c82-02e7-f387-1cad-8acd2d8df0c8");

    private PmdChannel() {}
}
