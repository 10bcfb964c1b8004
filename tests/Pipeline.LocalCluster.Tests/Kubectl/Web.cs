namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>A small deployment as YAML.</summary>
internal static class Web
{
    public static string Deployment(string image, int replicas = 1, string version = "1", string name = "web") =>
        $"""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {name}
              labels:
                app: {name}
            spec:
              replicas: {replicas}
              selector:
                matchLabels:
                  app: {name}
              template:
                metadata:
                  labels:
                    app: {name}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - name: main
                    image: {image}
                    env:
                    - name: VERSION
                      value: "{version}"
                    - name: POD_IP
                      valueFrom:
                        fieldRef:
                          fieldPath: status.podIP
                    ports:
                    - name: http
                      containerPort: 8080
            """;
}
