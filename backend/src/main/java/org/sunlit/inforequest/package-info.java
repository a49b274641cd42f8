/**
 * Requests for information (依申请公开, 政府信息公开条例第四章): from their receipt to the written answer, its
 * review, and what is made public of them.
 */
package org.sunlit.inforequest;
