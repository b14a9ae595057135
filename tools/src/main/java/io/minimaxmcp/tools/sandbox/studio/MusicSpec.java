package io.minimaxmcp.tools.sandbox.studio;

/** What is played: prompt and lyrics vary the tune; an instrumental has no lead melody. */
public record MusicSpec(String prompt, String lyrics, boolean instrumental, SoundSpec sound) {}
