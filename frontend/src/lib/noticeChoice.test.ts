import { describe, expect, it } from 'vitest';
import { choiceFault, choiceForm, toChoice, usualChoice } from './noticeChoice';

describe('how somebody wants to be told', () => {
  it('is by SMS and no more than the law requires, unless they say', () => {
    expect(choiceForm({})).toEqual(usualChoice('zh-CN'));
    expect(choiceFault(usualChoice('en'))).toBeUndefined();
  });
  it('needs a way out and an address to write to', () => {
    expect(choiceFault({ ...usualChoice('en'), required: [] })).toBe('required');
    expect(choiceFault({ ...usualChoice('en'), required: ['email'] })).toBe('email');
    expect(choiceFault({ ...usualChoice('en'), progress: ['email'], email: 'wang' })).toBe('email');
    expect(
      choiceFault({ ...usualChoice('en'), required: ['email'], email: ' wang@example.com ' }),
    ).toBeUndefined();
  });
  it('gives the address away only where it is written to', () => {
    expect(toChoice({ ...usualChoice('en'), email: 'wang@example.com' })).not.toHaveProperty(
      'email',
    );
    expect(
      toChoice({ ...usualChoice('en'), email: ' wang@example.com', progress: ['email'] }).email,
    ).toBe('wang@example.com');
  });
});
