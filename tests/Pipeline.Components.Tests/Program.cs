using Pipeline.Components.Tests.Builds;

return SampleBuild.Run();
