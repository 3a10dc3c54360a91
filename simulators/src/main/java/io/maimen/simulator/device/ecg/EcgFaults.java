package io.maimen.simulator.device.ecg;

/**
 * What goes wrong on purpose.
 *
 * @param leadOffEvery in each n-th block the electrode comes off for its last three quarters; 0 = never
 * @param dropBlockEvery each n-th block is never measured; 0 = never
 */
record EcgFaults(int leadOffEvery, int dropBlockEvery) {
    boolean leadOff(long block) {
        return leadOffEvery > 0 && block % leadOffEvery == 0;
    }

    boolean drops(long block) {
        return dropBlockEvery > 0 && block % dropBlockEvery == 0;
    }
}
