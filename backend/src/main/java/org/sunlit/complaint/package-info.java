/**
 * What people say (I1–I3, I8, I9, I11, I13, I14): enquiries, suggestions, complaints and requests
 * for help, from their receipt to the writer's word on the answer.
 */
package org.sunlit.complaint;
