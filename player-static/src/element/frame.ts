import type { MediaController } from 'media-chrome';
import css from './player.css?inline';
import overlay from './overlay.css?inline';

const HTML = `
<div id="stage" part="stage">
  <media-controller id="player" class="player" nohotkeys nosubtitleslangpref novolumepref nomutedpref>
    <atelier-gestures slot="gestures-chrome"></atelier-gestures>
    <div id="sphere" class="sphere" slot="gestures-chrome" noautohide hidden></div>
    <media-poster-image slot="poster" id="poster"></media-poster-image>
    <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
    <media-play-button slot="centered-chrome" class="begin" notooltip></media-play-button>
    <media-settings-menu hidden anchor="auto">
      <media-settings-menu-item>
        Speed
        <media-playback-rate-menu slot="submenu" hidden rates="0.25 0.5 0.75 1 1.25 1.5 2">
          <div slot="title">Speed</div>
        </media-playback-rate-menu>
      </media-settings-menu-item>
      <media-settings-menu-item class="quality">
        Quality
        <atelier-quality-menu slot="submenu" hidden>
          <div slot="title">Quality</div>
        </atelier-quality-menu>
      </media-settings-menu-item>
      <media-settings-menu-item class="sound">
        Audio
        <media-audio-track-menu slot="submenu" hidden>
          <div slot="title">Audio</div>
        </media-audio-track-menu>
      </media-settings-menu-item>
      <media-settings-menu-item class="captions">
        Captions
        <media-captions-menu slot="submenu" hidden>
          <div slot="title">Captions</div>
        </media-captions-menu>
      </media-settings-menu-item>
    </media-settings-menu>
    <media-control-bar class="seek">
      <media-time-range></media-time-range>
    </media-control-bar>
    <media-control-bar class="controls">
      <media-play-button></media-play-button>
      <media-mute-button></media-mute-button>
      <media-volume-range></media-volume-range>
      <media-time-display showduration notoggle></media-time-display>
      <button id="unmute" class="pill" type="button" hidden>Turn on the sound</button>
      <span class="space"></span>
      <button id="move-view" class="pill" type="button" aria-pressed="false" hidden>Tilt to look</button>
      <button id="headset" class="pill" type="button" hidden>View in headset</button>
      <button id="reset-view" class="pill" type="button" hidden>Reset view</button>
      <atelier-captions-button></atelier-captions-button>
      <media-settings-menu-button></media-settings-menu-button>
      <media-pip-button></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>
  </media-controller>
  <p id="notice" class="notice" role="status"></p>
  <div id="scene" class="scene" role="status" hidden>
    <h2 id="scene-title"></h2>
    <p id="scene-text"></p>
    <progress id="scene-progress" max="1" aria-label="Progress" hidden></progress>
    <button id="scene-retry" type="button" hidden>Try again</button>
  </div>
</div>`;

let sheets: CSSStyleSheet[] | null = null;

/** What an `<atelier-player>` has inside. */
export class Frame {
  readonly controller: MediaController;
  readonly stage: HTMLElement;

  constructor(private readonly root: ShadowRoot) {
    root.adoptedStyleSheets = sheets ??= [css, overlay].map(sheetOf);
    root.innerHTML = HTML;
    this.controller = this.part<MediaController>('player');
    this.stage = this.part('stage');
    nameWaysBack(root);
    nameNoPreview(root);
    // What stands over the picture is to be seen on the full screen too.
    this.controller.fullscreenElement = this.stage;
  }

  part<T extends HTMLElement = HTMLElement>(id: string): T {
    return this.root.getElementById(id) as T;
  }

  /** Gives the frame the picture's shape before the picture is there. */
  shape(width: number, height: number): void {
    if (width > 0 && height > 0) {
      this.stage.style.setProperty('--shape', String(width / height));
    }
  }

  poster(address: string | null): void {
    const image = this.part('poster');
    if (address === null) {
      image.removeAttribute('src');
      this.stage.style.removeProperty('--poster');
    } else if (image.getAttribute('src') !== address) {
      image.setAttribute('src', address);
      this.stage.style.setProperty('--poster', `url("${address.replaceAll('\\', '%5C').replaceAll('"', '%22')}")`);
    }
  }

  /** Presses a key that media-chrome knows. */
  press(key: string): void {
    const event = { key, shiftKey: false, target: this.controller };
    this.controller.keyboardShortcutHandler(event as unknown as KeyboardEvent);
  }

  /** What the player is called for those who do not see it. */
  label(title: string): void {
    this.controller.setAttribute('aria-label', title === '' ? 'Video player' : `Video player: ${title}`);
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The small picture above the seek bar says no more than the time below it does. */
function nameNoPreview(root: ShadowRoot): void {
  const preview = root.querySelector('media-time-range')?.shadowRoot?.querySelector('media-preview-thumbnail');
  preview?.shadowRoot?.querySelector('img')?.setAttribute('alt', '');
}

/** A menu may hold only items, and what is read out must hold what is written: media-chrome's ways back are plain buttons of one name. */
function nameWaysBack(root: ShadowRoot): void {
  for (const menu of root.querySelectorAll('media-settings-menu, [slot="submenu"]')) {
    const title = menu.querySelector(':scope > [slot="title"]')?.textContent ?? 'Settings';
    const back = menu.shadowRoot?.querySelector('[part~="back"]');
    back?.setAttribute('role', 'menuitem');
    back?.setAttribute('aria-label', `${title}: back`);
  }
}
