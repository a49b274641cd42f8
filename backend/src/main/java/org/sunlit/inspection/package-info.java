/**
 * What inspectors saw 督查 (E14, E15, D6): posts with a grave risk, inspections of six kinds, what
 * was put right, and how it looks region by region.
 */
package org.sunlit.inspection;
