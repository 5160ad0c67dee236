import { Mesh, MeshBasicMaterial, PerspectiveCamera, Scene, SphereGeometry, SRGBColorSpace, Vector3, VideoTexture, WebGLRenderer } from 'three';
import { partOf, type SphereLayout } from './layout';
import type { Direction } from './motion';

/** Far enough that both eyes see it at the same place, in metres. */
const RADIUS = 500;

/** three.js draws these layers for the one eye, and for the other. */
const EYES = { left: 1, right: 2 } as const;

/** What a headset tells. */
interface Told {
  /** Its trigger was pulled. */
  tapped(): void;
  /** Somebody looks there now. */
  looked(direction: Direction): void;
  /** It was taken off, or somebody went back to the page. */
  left(): void;
}

/** Whether there is a headset here that pages may show something in. */
export async function isHeadsetThere(): Promise<boolean> {
  return (await navigator.xr?.isSessionSupported('immersive-vr').catch(() => false)) ?? false;
}

/** A 360° video in a headset (WebXR), a picture for each eye where it has two. */
export class Headset {
  private readonly renderer = new WebGLRenderer({ antialias: true });
  private readonly camera = new PerspectiveCamera();
  private readonly scene = new Scene();
  private readonly ahead = new Vector3();

  private constructor(
    private readonly session: XRSession,
    private readonly layout: SphereLayout,
    private readonly told: Told,
  ) {
    session.addEventListener('select', () => told.tapped());
    session.addEventListener('end', () => this.ended());
  }

  /**
   * Asks for it, as an answer to a click.
   *
   * @throws DOMException where the person or the browser does not let it be used
   */
  static async enter(video: HTMLVideoElement, layout: SphereLayout, told: Told): Promise<Headset> {
    const session = await (navigator.xr as XRSystem).requestSession('immersive-vr');
    const headset = new Headset(session, layout, told);
    headset.show(video);
    const { xr } = headset.renderer;
    xr.enabled = true;
    xr.setReferenceSpaceType('local');
    await xr.setSession(session);
    headset.renderer.setAnimationLoop(() => headset.draw());
    return headset;
  }

  /** Goes on in another video. */
  show(video: HTMLVideoElement): void {
    this.clear();
    const length = (this.layout.span * Math.PI) / 180;
    // The middle of the picture is ahead, which is -z.
    const geometry = new SphereGeometry(RADIUS, 64, 32, 1.5 * Math.PI - length / 2, length).scale(-1, 1, 1);
    for (const eye of ['left', 'right'] as const) {
      const [x, y, width, height] = partOf(this.layout, eye);
      const map = new VideoTexture(video);
      map.colorSpace = SRGBColorSpace;
      map.offset.set(x, y);
      map.repeat.set(width, height);
      const mesh = new Mesh(geometry, new MeshBasicMaterial({ map }));
      mesh.layers.set(EYES[eye]);
      this.scene.add(mesh);
    }
  }

  close(): void {
    void this.session.end().catch(() => undefined);
  }

  private draw(): void {
    this.renderer.render(this.scene, this.camera);
    const { x, y, z } = this.renderer.xr.getCamera().getWorldDirection(this.ahead);
    this.told.looked({ yaw: Math.atan2(x, -z), pitch: Math.asin(Math.max(-1, Math.min(1, y))) });
  }

  private ended(): void {
    this.renderer.setAnimationLoop(null);
    this.clear();
    this.renderer.dispose();
    this.told.left();
  }

  private clear(): void {
    for (const mesh of [...this.scene.children] as Mesh<SphereGeometry, MeshBasicMaterial>[]) {
      mesh.geometry.dispose();
      mesh.material.map?.dispose();
      mesh.material.dispose();
      this.scene.remove(mesh);
    }
  }
}
