FROM mcr.microsoft.com/dotnet/sdk:10.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS build
ARG FEED
WORKDIR /source
COPY . .
RUN ["dotnet", "publish", "src/Users/Users.csproj", "--configuration=Release", "--runtime=linux-x64", "--self-contained=true", "--output=/app", "-p:Version=1.2.3", "-p:ContinuousIntegrationBuild=true"]

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
WORKDIR /app
COPY --from=build /app/ /app/
LABEL "org.opencontainers.image.title"="Users" \
      "pipeline.build/note"="costs \$5, a \"quote\" and a \\"
USER 65532:65532
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["/app/Users", "--health"]
ENTRYPOINT ["/app/Users"]
