/**
 * What is published 政府信息公开 (K6, K8, K10, K11, A18): publications from draft to release, correction
 * and withdrawal; the duties to publish and whether they were kept in time; the search over it.
 */
package org.sunlit.disclosure;
