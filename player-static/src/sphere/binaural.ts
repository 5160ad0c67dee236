import { axesOf, gainsOf, SPEAKERS } from './field';
import type { Direction } from './motion';

/** Seconds in which the sound follows the view: a step would click. */
const FOLLOWS = 0.02;

/** Makes pink noise from ahead as loud in each ear as its mix-down is: without it Chromium gives 0.574 of it, where that has half. */
const LEVEL = 0.87;

/** Where the components of first-order ambisonics are, by ACN: of all directions, left, up, front. */
const [ALL, LEFT, UP, FRONT] = [0, 1, 2, 3];

/** What two ears hear of first-order ambisonics: turned as the view is, played by loudspeakers around that the browser lets be heard by head-related transfer functions. */
export class Binaural {
  /** Takes four channels, ACN and SN3D. */
  readonly input: ChannelSplitterNode;
  private readonly turns: readonly (readonly GainNode[])[];

  constructor(
    private readonly context: AudioContext,
    output: AudioNode,
  ) {
    this.input = context.createChannelSplitter(4);
    const heard = context.createGain();
    heard.gain.value = LEVEL;
    heard.connect(output);
    const axes = [0, 1, 2].map(() => context.createGain());
    this.turns = axes.map((axis) =>
      [FRONT, LEFT, UP].map((component) => {
        const turn = context.createGain();
        this.input.connect(turn, component);
        turn.connect(axis);
        return turn;
      }),
    );
    for (const speaker of SPEAKERS) {
      const panner = this.panner(speaker);
      const gains = gainsOf(speaker);
      this.weighed(gains.all, panner, (gain) => this.input.connect(gain, ALL));
      gains.axes.forEach((weight, at) => this.weighed(weight, panner, (gain) => axes[at]?.connect(gain)));
      panner.connect(heard);
    }
    this.look({ yaw: 0, pitch: 0 });
  }

  /** Lets it be heard by somebody who looks there. */
  look(direction: Direction): void {
    axesOf(direction).forEach((row, axis) =>
      row.forEach((weight, component) => this.turns[axis]?.[component]?.gain.setTargetAtTime(weight, this.context.currentTime, FOLLOWS)),
    );
  }

  private weighed(weight: number, panner: PannerNode, connect: (gain: GainNode) => void): void {
    const gain = this.context.createGain();
    gain.gain.value = weight;
    connect(gain);
    gain.connect(panner);
  }

  /** Web Audio's axes: right, up, back. */
  private panner([front, left, up]: readonly [number, number, number]): PannerNode {
    return new PannerNode(this.context, {
      panningModel: 'HRTF',
      distanceModel: 'linear',
      rolloffFactor: 0,
      positionX: -left,
      positionY: up,
      positionZ: -front,
    });
  }
}
