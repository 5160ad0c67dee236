import { Viewer } from '@photo-sphere-viewer/core';
import css from '@photo-sphere-viewer/core/index.css?inline';
import { type Panorama, VideoAdapter } from './adapter';
import type { SphereLayout, Turn } from './layout';
import type { Direction } from './motion';

const RADIANS = Math.PI / 180;
const ZOOM = 30;
const WHEEL_STEP = 5;

/** What a view tells. */
interface Told {
  /** There was a click that is no drag. */
  tapped(): void;
  /** Somebody looks there now. */
  looked(direction: Direction): void;
}

/** A view into a 360° video: dragged by mouse or finger, zoomed by wheel (with Ctrl) or two fingers. */
export class Surroundings {
  private readonly viewer: Viewer;
  private shown = 0;

  /**
   * @param host empty element over the video
   * @throws Error where there is no WebGL
   */
  constructor(
    private readonly host: HTMLElement,
    video: HTMLVideoElement,
    private readonly layout: SphereLayout,
    told: Told,
  ) {
    const style = document.createElement('style');
    style.textContent = css;
    const container = document.createElement('div');
    host.replaceChildren(style, container);
    this.viewer = new Viewer({
      container,
      adapter: VideoAdapter,
      panorama: this.panorama(video),
      navbar: false,
      keyboard: false,
      mousewheelCtrlKey: true,
      defaultZoomLvl: ZOOM,
      size: { width: '100%', height: '100%' },
      loadingImg: '',
      loadingTxt: '',
    });
    host.addEventListener('wheel', this.wheel, { capture: true, passive: false });
    this.viewer.addEventListener('click', () => told.tapped());
    this.viewer.addEventListener('position-updated', ({ position }) => told.looked(position));
  }

  /** Goes on in another video, with the same view. */
  show(video: HTMLVideoElement): void {
    void this.viewer.setPanorama(this.panorama(video), { showLoader: false, transition: false });
  }

  turn({ yaw, pitch, zoom }: Turn): void {
    this.move({ yaw: yaw * RADIANS, pitch: pitch * RADIANS });
    this.viewer.zoom(this.viewer.getZoomLevel() + zoom);
  }

  /** Turns by so many radians. */
  move(by: Direction): void {
    const { yaw, pitch } = this.viewer.getPosition();
    this.viewer.rotate({ yaw: yaw + by.yaw, pitch: pitch + by.pitch });
  }

  /** Back to where it began. */
  reset(): void {
    this.viewer.rotate({ yaw: 0, pitch: 0 });
    this.viewer.zoom(ZOOM);
  }

  close(): void {
    this.host.removeEventListener('wheel', this.wheel, { capture: true });
    this.viewer.destroy();
    this.host.replaceChildren();
  }

  /** Trackpads tell of two fingers by a wheel with Ctrl that nobody pressed; the viewer, which listens for that key, would leave them to zoom the page. */
  private readonly wheel = (event: WheelEvent): void => {
    if (event.ctrlKey && event.deltaY !== 0) {
      event.preventDefault();
      event.stopPropagation();
      this.viewer.zoom(this.viewer.getZoomLevel() - Math.sign(event.deltaY) * WHEEL_STEP);
    }
  };

  private panorama(video: HTMLVideoElement): Panorama {
    return { path: String(++this.shown), video, layout: this.layout };
  }
}
