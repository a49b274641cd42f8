/**
 * Who asks (个人、企业): people and organisations with an account of their own. They register with a
 * telephone number that they prove, and what they say of themselves is asked once and kept sealed.
 * A base room: it knows of no case.
 */
package org.sunlit.citizen;
