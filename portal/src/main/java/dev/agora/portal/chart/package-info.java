/** Pictures of figures, drawn by the server as SVG that stretches with its page. */
@NullMarked
package dev.agora.portal.chart;

import org.jspecify.annotations.NullMarked;
