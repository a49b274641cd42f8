const MUTED = 'sunlit.alarm.muted';

export function isMuted(): boolean {
  return localStorage.getItem(MUTED) === 'yes';
}

export function keepMuted(muted: boolean): void {
  localStorage.setItem(MUTED, muted ? 'yes' : 'no');
}

let context: AudioContext | undefined;

/** Two tones, short enough not to annoy. Browsers let it be heard once somebody has touched the page. */
export function ring(): void {
  if (isMuted()) return;
  context ??= new AudioContext();
  const start = context.currentTime;
  [880, 660].forEach((pitch, place) => {
    const tone = context!.createOscillator();
    const volume = context!.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.15, start + place * 0.25);
    volume.gain.exponentialRampToValueAtTime(0.001, start + place * 0.25 + 0.24);
    tone.connect(volume).connect(context!.destination);
    tone.start(start + place * 0.25);
    tone.stop(start + place * 0.25 + 0.25);
  });
}
