/** The pure rules of joint applications. */
package org.sunlit.joint.rules;
