import { afterEach, describe, expect, it } from 'vitest';
import type { Account } from '@/api/generated';
import { comboOf, isWriting, type Pressed, step } from './keys';
import { homeOf, IN_THE_BAR, placeAt, placesOf } from './places';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  defaultPrevented: false,
  ...more,
});

describe('a key press is a shortcut', () => {
  it.each([
    ['j', press('j'), 'j'],
    ['?', press('?', { shiftKey: true }), '?'],
    ['the Chinese question mark', press('？', { shiftKey: true }), '?'],
    ['what a Chinese keyboard gives for /', press('、'), '/'],
    ['Ctrl-K', press('k', { ctrlKey: true }), 'mod+k'],
    ['⌘K', press('k', { metaKey: true }), 'mod+k'],
  ])('%s', (_name, pressed, combo) => {
    expect(comboOf(pressed)).toBe(combo);
  });

  it.each([
    ['a part of a Chinese word', press('j', { isComposing: true })],
    ['a key the input method has taken', press('Process', { keyCode: 229 })],
    ['what somebody else has answered', press('j', { defaultPrevented: true })],
    ['the browser’s own Ctrl-F', press('f', { ctrlKey: true })],
    ['with Alt', press('j', { altKey: true })],
    ['a capital', press('J', { shiftKey: true })],
    ['Enter', press('Enter')],
    ['the space bar', press(' ')],
  ])('but not %s', (_name, pressed) => {
    expect(comboOf(pressed)).toBeUndefined();
  });

  it('and never while somebody is writing', () => {
    document.body.innerHTML =
      '<input id="i"><textarea id="t"></textarea><select id="s"></select><a id="a" href="#">x</a>';
    for (const id of ['i', 't', 's']) expect(isWriting(document.getElementById(id))).toBe(true);
    expect(isWriting(document.getElementById('a'))).toBe(false);
    document.body.innerHTML = '';
  });
});

it('walks from row to row and stays at the ends', () => {
  expect(step(3, -1, 1)).toBe(0);
  expect(step(3, -1, -1)).toBe(2);
  expect(step(3, 2, 1)).toBe(2);
  expect(step(3, 0, -1)).toBe(0);
  expect(step(0, -1, 1)).toBe(-1);
});

const account = (permissions: string[], posts: string[] = []): Account => ({
  account: 'a',
  name: '甲',
  roles: [],
  posts,
  permissions,
});

describe('the navigation', () => {
  it('shows an account only what is its own', () => {
    const paths = placesOf(account(['cases.read', 'cases.act'])).map(({ path }) => path);
    expect(paths).toContain('/staff');
    expect(paths).toContain('/staff/notices');
    expect(paths).not.toContain('/staff/imports');
    expect(placesOf(account(['powerList.edit'])).map(({ path }) => path)).not.toContain('/staff');
  });
  it('keeps what a second person has to decide in the bar of a phone', () => {
    const bar = placesOf(account(['cases.read', 'cases.act'])).slice(0, IN_THE_BAR);
    expect(bar.map(({ path }) => path)).toContain('/staff/confirmations');
  });
  it('begins where the work is', () => {
    expect(homeOf(account(['cases.read']))).toBe('/staff');
    expect(homeOf(account(['powerList.edit']))).not.toBe('/staff');
  });
  it('knows the place of a page behind it', () => {
    expect(placeAt('/staff/cases/20261122-000033-0')?.path).toBe('/staff');
    expect(placeAt('/staff/notices')?.path).toBe('/staff/notices');
    expect(placeAt('/staff/nowhere')).toBeUndefined();
  });
});

afterEach(() => sessionStorage.clear());
