package io.minimaxmcp.tools.sandbox;

/** How badly the downloads of one result go: counts down as they fail. */
final class Wear {
    private int failuresLeft;
    private int staleLinksLeft;

    Wear(Mischief mischief) {
        failuresLeft = mischief.count("download-fail");
        staleLinksLeft = mischief.count("link-expired");
    }

    /** Every second failing download breaks off half way, the others get no further than the gateway. */
    Answer spoil(Answer answer) {
        if (failuresLeft == 0) {
            return answer;
        }
        failuresLeft--;
        return failuresLeft % 2 == 0
                ? answer.ending(Answer.Ending.BREAKS_OFF)
                : Answer.text(503, "text/html", "<html><body><h1>503 Service Unavailable</h1></body></html>\n");
    }

    boolean linkIsStale() {
        if (staleLinksLeft == 0) {
            return false;
        }
        staleLinksLeft--;
        return true;
    }
}
