/**
 * What the cameras over the windows recorded 电子眼 (E11): the register of cameras, the recordings in
 * whatever store they lie in, who looked at them and why, and clips attached to findings.
 */
package org.sunlit.camera;
