using UserService.Hosting;

return await EntryPoint.RunAsync(args, EntryPoint.ProcessEnvironment(), Console.Error);
