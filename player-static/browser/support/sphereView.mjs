// What is seen of a sphere whose directions have colours, and what is done to look elsewhere in it.
import assert from 'node:assert/strict';
import { sphere as viewOf } from './looking.mjs';

/** The colour in the middle of what is seen, as the nearest of those that are in the fixture. */
async function middle(page) {
  const box = await viewOf(page).boundingBox();
  const picture = await page.screenshot({ clip: { x: box.x + box.width / 2 - 2, y: box.y + box.height / 2 - 2, width: 4, height: 4 } });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const pencil = Object.assign(document.createElement('canvas'), { width: 4, height: 4 }).getContext('2d');
    pencil.drawImage(image, 0, 0);
    const [r, g, b] = [...pencil.getImageData(1, 1, 1, 1).data].map((value) => value > 128);
    return { true: { true: { true: 'white', false: 'yellow' }, false: { true: 'magenta', false: 'red' } }, false: { true: { true: 'cyan', false: 'lime' }, false: { true: 'blue', false: 'black' } } }[r][g][b];
  }, [...picture]);
}

export async function sees(page, colour) {
  const end = Date.now() + 60_000;
  let seen;
  while ((seen = await middle(page)) !== colour) {
    assert.ok(Date.now() < end, `it should see ${colour}, and sees ${seen}`);
  }
}

export async function turn(page, key, times) {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
  }
}

/** How much of the width of what is seen, at half its height, is what is ahead. */
async function ahead(page) {
  const { x, y, width, height } = await viewOf(page).boundingBox();
  const picture = await page.screenshot({ clip: { x, y: y + height / 2, width, height: 1 } });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const pencil = Object.assign(document.createElement('canvas'), { width: image.width, height: 1 }).getContext('2d');
    pencil.drawImage(image, 0, 0);
    const points = [...pencil.getImageData(0, 0, image.width, 1).data];
    const red = points.filter((value, at) => at % 4 === 0 && value > 128 && points[at + 1] < 128 && points[at + 2] < 128);
    return red.length / image.width;
  }, [...picture]);
}

/** What is ahead ends 45° to either side: so much of the width it is, seen by somebody who looks so many degrees past its middle, and sees so many from top to bottom. */
async function shareOf(page, high, past) {
  const { width, height } = await viewOf(page).boundingBox();
  const tan = (degrees) => Math.tan((degrees * Math.PI) / 180);
  const half = (edge) => Math.min(1, ((height / width) * tan(edge)) / tan(high / 2));
  return (half(45 - past) + half(45 + past)) / 2;
}

export async function isHigh(page, degrees, past = 0) {
  const end = Date.now() + 60_000;
  const wanted = await shareOf(page, degrees, past);
  let share;
  while (Math.abs((share = await ahead(page)) - wanted) > 0.01) {
    assert.ok(Date.now() < end, `${wanted} of the width should be what is ahead, and ${share} is`);
  }
}

/** Turns the wheel with Ctrl over it, as trackpads tell of two fingers: nobody pressed a key. */
export async function wheel(page, deltaY) {
  const { x, y, width, height } = await viewOf(page).boundingBox();
  const mouse = await page.context().newCDPSession(page);
  await mouse.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: x + width / 2, y: y + height / 2, deltaX: 0, deltaY, modifiers: 2 });
}

/** Draws a finger to the left, over three quarters of the view. */
export async function swipe(page) {
  const finger = await page.context().newCDPSession(page);
  const { x, y, width, height } = await viewOf(page).boundingBox();
  const touch = (type, ...xs) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((share) => ({ x: x + width * share, y: y + height * 0.62 })) });
  await touch('touchStart', 0.9);
  for (let share = 0.85; share > 0.15; share -= 0.05) {
    await touch('touchMove', share);
  }
  await touch('touchEnd');
}

/** Draws two fingers apart, or together: each so far from the middle, as a share of the width. */
export async function pinch(page, from, to) {
  const fingers = await page.context().newCDPSession(page);
  const { x, y, width, height } = await viewOf(page).boundingBox();
  const touch = (type, ...shares) => fingers.send('Input.dispatchTouchEvent', { type, touchPoints: shares.map((share) => ({ x: x + width * (0.5 + share), y: y + height * 0.62 })) });
  await touch('touchStart', from, -from);
  for (let step = 1; step <= 8; step++) {
    const apart = from + ((to - from) * step) / 8;
    await touch('touchMove', apart, -apart);
  }
  await touch('touchEnd');
}
