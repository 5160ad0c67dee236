import { EquirectangularAdapter, type PanoData, type TextureData } from '@photo-sphere-viewer/core';
import { type Texture, VideoTexture } from 'three';
import { partOf, type SphereLayout } from './layout';

/** A video that plays by itself: nobody but its player starts, stops or mutes it. */
export interface Panorama {
  /** Another one is another picture. */
  readonly path: string;
  readonly video: HTMLVideoElement;
  readonly layout: SphereLayout;
}

/** Puts the pictures of a video, or of one eye of it, onto the sphere. */
export class VideoAdapter extends EquirectangularAdapter {
  static override readonly id = 'atelier-video';

  override init(): void {
    super.init();
    this.viewer.needsContinuousUpdate(true);
  }

  override supportsTransition(): boolean {
    return false;
  }

  override supportsPreload(): boolean {
    return false;
  }

  // The viewer gives back what it was given as its panorama.
  override async loadTexture(panorama: unknown): Promise<TextureData<Texture, never, PanoData>> {
    const { video, layout, path } = panorama as Panorama;
    await hasPictures(video);
    const texture = new VideoTexture(video);
    const [x, y, width, height] = partOf(layout);
    texture.offset.set(x, y);
    texture.repeat.set(width, height);
    return { panorama: panorama as never, texture, panoData: frameOf(layout), cacheKey: path };
  }
}

/** In parts of the sphere, not in pixels: a video changes its size as it plays. */
function frameOf({ span }: SphereLayout): PanoData {
  const [fullWidth, fullHeight] = [3600, 1800];
  const croppedWidth = (fullWidth * span) / 360;
  return {
    isEquirectangular: true,
    fullWidth,
    fullHeight,
    croppedWidth,
    croppedHeight: fullHeight,
    croppedX: (fullWidth - croppedWidth) / 2,
    croppedY: 0,
  } as PanoData;
}

function hasPictures(video: HTMLVideoElement): Promise<void> {
  return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    ? Promise.resolve()
    : new Promise((resolve) => video.addEventListener('loadeddata', () => resolve(), { once: true }));
}
