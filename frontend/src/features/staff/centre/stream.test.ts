import { describe, expect, it } from 'vitest';
import { frames } from './stream';

describe('the frames of a stream', () => {
  it('are read when they are whole, and the rest is kept', () => {
    const read = frames('retry:2000\n:sunlit\n\nid:7\ndata:{"a":1}\n\nid: 8\ndata: {"b');
    expect(read.data).toEqual([{ id: 7, json: '{"a":1}' }]);
    expect(read.rest).toBe('id: 8\ndata: {"b');
    expect(frames(`${read.rest}":2}\n\n`).data).toEqual([{ id: 8, json: '{"b":2}' }]);
  });

  it('of heartbeats say nothing', () => {
    expect(frames(':still here\n\n:still here\n\n')).toEqual({ data: [], rest: '' });
  });
});
