import type { Trouble } from '../player/mender';
import type { Scene } from '../state/watchState';
import { setText } from '../ui/dom';
import { percent } from '../ui/format';
import type { Frame } from './frame';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly progress?: number;
  readonly retry?: boolean;
}

/** What stands in the frame instead of a video, or over one that broke. */
export class SceneView {
  private scene: Words | null = null;
  private broken: Words | null = null;

  constructor(private readonly frame: Frame) {}

  /** @param plays whether a video is there: it is not hidden by what happens to its artwork */
  show(scene: Scene, plays: boolean): void {
    this.scene = plays ? null : wordsOf(scene);
    this.render();
  }

  trouble(trouble: Trouble | null): void {
    this.broken = trouble && { title: trouble.title, text: trouble.detail, retry: true };
    this.render();
  }

  clear(): void {
    this.scene = this.broken = null;
    this.render();
  }

  private render(): void {
    const words = this.broken ?? this.scene;
    const [scene, progress] = [this.frame.part('scene'), this.frame.part<HTMLProgressElement>('scene-progress')];
    scene.hidden = words === null;
    this.frame.controller.inert = words !== null;
    setText(this.frame.part('scene-title'), words?.title ?? '');
    setText(this.frame.part('scene-text'), words?.text ?? '');
    progress.hidden = words?.progress === undefined;
    progress.value = words?.progress ?? 0;
    this.frame.part('scene-retry').hidden = words?.retry !== true;
  }
}

function wordsOf(scene: Scene): Words | null {
  switch (scene.kind) {
    case 'playing':
      return null;
    case 'loading':
      return { title: '', text: '' };
    case 'absent':
      return { title: scene.absent.title, text: scene.absent.detail, retry: scene.absent.retry };
    case 'failed':
      return { title: 'This artwork failed', text: scene.reason };
    case 'preparing':
      return {
        title: scene.progress > 0 ? `Preparing, ${percent(scene.progress)}` : 'Preparing',
        text: `${scene.text} It starts by itself as soon as it can be played.`,
        progress: scene.progress,
      };
  }
}
