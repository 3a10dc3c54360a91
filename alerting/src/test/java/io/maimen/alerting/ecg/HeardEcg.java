package io.maimen.alerting.ecg;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an analysis tells, in its order. */
final class HeardEcg implements EcgListener {
    final List<Beat> beats = new ArrayList<>();
    final List<QualityStretch> stretches = new ArrayList<>();
    final List<RhythmEpisode> episodes = new ArrayList<>();

    @Override
    public void beat(Beat beat) {
        beats.add(beat);
    }

    @Override
    public void quality(QualityStretch stretch) {
        stretches.add(stretch);
    }

    @Override
    public void rhythm(RhythmEpisode episode) {
        episodes.add(episode);
    }
}
