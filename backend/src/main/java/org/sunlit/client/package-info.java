/**
 * Third-party applications 第三方应用: what they are, the keys they call with, what they may ask for,
 * how much of it, and what they have used (ADR 0076).
 */
package org.sunlit.client;
