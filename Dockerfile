# minimax-mcp over HTTP. Build: docker build -t minimax-mcp .   Run: see examples/compose
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -DskipTests package

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="minimax-mcp" \
      org.opencontainers.image.description="MiniMax image, video, speech, voice and music as MCP tools, over HTTP" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /src/server/target/minimax-mcp/ /opt/minimax-mcp/
# The class archive has to be of the very Java that will use it: not of the one that built.
RUN rm -f /opt/minimax-mcp/lib/classes-* \
    && /opt/minimax-mcp/bin/minimax-mcp archive \
    && mkdir -p /data /output \
    && chown 10001:10001 /data /output
# Nothing is written but to the two volumes, so that the root file system can be read-only.
ENV MINIMAX_MCP_DATA_DIR=/data \
    MINIMAX_MCP_OUTPUT_DIR=/output \
    MINIMAX_MCP_NO_ARCHIVE=1 \
    MINIMAX_MCP_JAVA_OPTS=-Dorg.sqlite.tmpdir=/data
VOLUME ["/data", "/output"]
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/minimax-mcp/bin/minimax-mcp"]
# Refuses to start without MINIMAX_MCP_AUTH_TOKEN or MINIMAX_MCP_OAUTH_ISSUER: off loopback, anybody could spend your money.
CMD ["http", "--host", "0.0.0.0", "--port", "8080"]
