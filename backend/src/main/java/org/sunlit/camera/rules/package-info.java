/**
 * Recordings by time: playlists as RFC 8216 has them, what is missing in a span, what is kept how
 * long. Pure.
 */
package org.sunlit.camera.rules;
