/**
 * People's supervisors (发展环境监督员, I10) and the other fixed members (固定会员, K7): their appointment,
 * what they write and are answered, documents to and fro, and what is public of it.
 */
package org.sunlit.council;
