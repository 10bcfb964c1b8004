FROM scratch
WORKDIR /app
COPY . /app/
LABEL "org.opencontainers.image.title"="Users" \
      "pipeline.build/note"="costs \$5, a \"quote\" and a \\"
USER 65532:65532
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["/app/Users", "--health"]
ENTRYPOINT ["/app/Users"]
