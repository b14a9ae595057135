package io.minimaxmcp.tools.sandbox;

/**
 * A result that can be downloaded.
 *
 * @param content the same bytes each time; made anew for each download, so that ten thousand results cost no memory
 */
record Medium(String extension, String mimeType, Answer.Content content, Wear wear) {}
