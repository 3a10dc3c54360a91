/**
 * Turns waveform blocks into stretches of signal and gaps on a time axis. Pure; nothing is filled in: where samples are
 * missing there is a gap, between blocks as within them, before the first block when the paper begins earlier (but not before
 * a recording began) and after the last when it ends later. What lies off the paper is left out.
 *
 * @param blocks blocks of one lead of one device in any order, as the server gives them
 * @param from where the paper begins, in epoch milliseconds; without it at the first block
 * @param to where it ends; without it at the end of the last block
 * @return runs [{start, rate, millivolts}], gaps [{from, to, kind: "gap" | "leadOff"}], end of the last block
 */
export function layout(blocks, from = -Infinity, to = Infinity) {
  const runs = [];
  const gaps = [];
  let previous = null;
  for (const block of [...blocks].sort((a, b) => a.start.localeCompare(b.start) || a.firstSample - b.firstSample)) {
    const rate = Number(block.rateHz);
    const joined = previous !== null && continues(previous, block);
    const start = joined ? previous.end : new Date(block.start).getTime();
    const begins = previous === null && block.firstSample === 0;
    const covered = previous?.end ?? (from === -Infinity || begins ? start : from);
    if (start > covered) gaps.push({ from: covered, to: start, kind: "gap" });
    append(runs, signal(block, start, rate), joined);
    for (const gap of block.gaps) {
      gaps.push({ from: start + (gap.start * 1000) / rate, to: start + ((gap.start + gap.length) * 1000) / rate, kind: "leadOff" });
    }
    previous = { end: start + (block.count * 1000) / rate, block };
  }
  const end = previous?.end ?? null;
  const covered = end ?? from;
  if (to < Infinity && covered < to) gaps.push({ from: covered, to, kind: "gap" });
  return {
    runs: runs.map((run) => onPaper(run, from, to)).filter((run) => run.millivolts.length),
    gaps: merged(gaps).map((gap) => ({ ...gap, from: Math.max(gap.from, from), to: Math.min(gap.to, to) })).filter((gap) => gap.to > gap.from),
    end,
  };
}

/** As leads stand on paper: I, II, III, aVR, aVL, aVF, V1 to V6; all others follow in the order of their codes. */
const ON_PAPER = [131329, 131330, 131389, 131390, 131391, 131392, 131331, 131332, 131333, 131334, 131335, 131336];

/** The blocks of each lead apart, in the order of paper: one line shows one lead, never two. */
export function byLead(blocks) {
  const leads = new Map();
  for (const block of blocks) leads.set(block.code, [...(leads.get(block.code) ?? []), block]);
  const number = (code) => Number(code.replace("mdc:", ""));
  const place = (code) => (ON_PAPER.includes(number(code)) ? ON_PAPER.indexOf(number(code)) : number(code));
  return [...leads.entries()].sort(([a], [b]) => place(a) - place(b)).map(([, own]) => own);
}

/** The part of a run that lies on the paper, and a sample on each side so that the line reaches the edge. */
function onPaper(run, from, to) {
  const index = (ms) => ((ms - run.start) * run.rate) / 1000;
  const first = Math.max(0, Math.floor(index(from)));
  const end = Math.min(run.millivolts.length, Math.ceil(index(to)) + 1);
  return { ...run, start: run.start + (first * 1000) / run.rate, millivolts: run.millivolts.slice(first, Math.max(first, end)) };
}

/** Sample numbers decide what is contiguous; clocks drift, counters do not. */
const continues = ({ block: last }, block) =>
  last.stream === block.stream && last.firstSample + last.count === block.firstSample;

function signal(block, start, rate) {
  const scale = Number(block.scale);
  const runs = [];
  let from = 0;
  const until = (to) => {
    if (to > from) {
      runs.push({ start: start + (from * 1000) / rate, rate, millivolts: block.samples.slice(from, to).map((s) => s * scale) });
    }
  };
  for (const gap of block.gaps) {
    until(gap.start);
    from = gap.start + gap.length;
  }
  until(block.samples.length);
  return runs;
}

/** Signal that goes on over the seam of two blocks is one stretch; otherwise the line would break where nothing is missing. */
function append(runs, more, joined) {
  const last = runs[runs.length - 1];
  const [first] = more;
  const meets = joined && last && first && Math.abs(last.start + (last.millivolts.length * 1000) / last.rate - first.start) < 1;
  if (meets) last.millivolts = last.millivolts.concat(more.shift().millivolts);
  runs.push(...more);
}

/** A lead that stays off over several blocks is one gap to the eye. */
function merged(gaps) {
  const out = [];
  for (const gap of gaps.sort((a, b) => a.from - b.from)) {
    const last = out[out.length - 1];
    if (last && last.kind === gap.kind && gap.from - last.to < 5) last.to = gap.to;
    else out.push({ ...gap });
  }
  return out;
}

/** The middle value of all samples shown: where the paper's middle line is laid. Values themselves are not shifted. */
export function middle(runs) {
  const all = runs.flatMap((run) => run.millivolts).sort((a, b) => a - b);
  return all.length ? all[Math.floor(all.length / 2)] : 0;
}
