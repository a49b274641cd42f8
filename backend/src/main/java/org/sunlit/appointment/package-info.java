/** Coming by appointment, visits at home and the call afterwards (预约、上门服务、电话回访, B20; ADR 0095). */
package org.sunlit.appointment;
