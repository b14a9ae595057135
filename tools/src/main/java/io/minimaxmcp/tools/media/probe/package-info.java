/**
 * Tells what a file is by its bytes: type, size in pixels, length in time.
 *
 * <p>The one rule: no byte is believed. Every read is bounded by the file, nothing is allocated by a length that the
 * file claims, every loop moves forward, and a broken file gives fewer facts, never an exception.
 *
 * <p>Own readers rather than a library: metadata-extractor (0.9 MB with its parts) knows neither FLAC nor Ogg nor the
 * length of an MP3, Tika weighs fifty times as much, and both read far more of a hostile file than is needed here.
 */
@NullMarked
package io.minimaxmcp.tools.media.probe;

import org.jspecify.annotations.NullMarked;
