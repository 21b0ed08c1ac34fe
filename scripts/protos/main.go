// Writes the closure of the Envoy API definitions that Fairlead uses as .proto files.
//
//	cd scripts/protos && go run . ../../protos
//
// The source is the Go module github.com/envoyproxy/go-control-plane/envoy at the version in go.mod,
// whose generated code carries complete descriptors. Options (validation rules, annotations,
// documentation) are left out together with the files that only define them: they change neither
// names nor numbers, and with them go the imports that nothing else needs.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/jhump/protoreflect/desc"
	"github.com/jhump/protoreflect/desc/protoprint"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
)

// Files that hold nothing but options.
var optionFiles = []string{"validate/", "udpa/annotations/", "xds/annotations/", "envoy/annotations/", "google/api/", "google/protobuf/descriptor.proto"}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run . OUTPUT-FOLDER")
	}
	out := os.Args[1]
	closure := map[string]*descriptorpb.FileDescriptorProto{}
	for _, root := range roots {
		file, err := protoregistry.GlobalFiles.FindFileByPath(root)
		if err != nil {
			log.Fatalf("%s: %v (is its package imported in roots.go?)", root, err)
		}
		collect(file, closure)
	}
	set := &descriptorpb.FileDescriptorSet{}
	for _, path := range order(closure) {
		set.File = append(set.File, closure[path])
	}
	files, err := desc.CreateFileDescriptorsFromSet(set)
	if err != nil {
		log.Fatal(err)
	}
	printer := protoprint.Printer{SortElements: false, Indent: "  ", Compact: true}
	written := 0
	for path, file := range files {
		if strings.HasPrefix(path, "google/protobuf/") {
			continue // well-known types come with every protobuf library
		}
		text, err := printer.PrintProtoToString(file)
		if err != nil {
			log.Fatal(err)
		}
		target := filepath.Join(out, path)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(target, []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
		written++
	}
	fmt.Printf("%d files written to %s\n", written, out)
}

func collect(file protoreflect.FileDescriptor, closure map[string]*descriptorpb.FileDescriptorProto) {
	if _, seen := closure[file.Path()]; seen {
		return
	}
	plain := withoutOptions(protodesc.ToFileDescriptorProto(file))
	closure[file.Path()] = plain
	imports := file.Imports()
	for i := 0; i < imports.Len(); i++ {
		if !isOptionFile(imports.Get(i).Path()) {
			collect(imports.Get(i).FileDescriptor, closure)
		}
	}
}

func isOptionFile(path string) bool {
	for _, prefix := range optionFiles {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}

func withoutOptions(file *descriptorpb.FileDescriptorProto) *descriptorpb.FileDescriptorProto {
	plain := proto.Clone(file).(*descriptorpb.FileDescriptorProto)
	plain.Options = nil
	var kept []string
	for _, dependency := range plain.Dependency {
		if !isOptionFile(dependency) {
			kept = append(kept, dependency)
		}
	}
	plain.Dependency = kept
	plain.PublicDependency = nil
	plain.WeakDependency = nil
	plain.Extension = nil
	for _, message := range plain.MessageType {
		plainMessage(message)
	}
	for _, enum := range plain.EnumType {
		plainEnum(enum)
	}
	for _, service := range plain.Service {
		service.Options = nil
		for _, method := range service.Method {
			method.Options = nil
		}
	}
	return plain
}

func plainMessage(message *descriptorpb.DescriptorProto) {
	// A map field is a nested message with this one option; without it the map would be a list.
	if message.GetOptions().GetMapEntry() {
		message.Options = &descriptorpb.MessageOptions{MapEntry: proto.Bool(true)}
	} else {
		message.Options = nil
	}
	message.Extension = nil
	for _, field := range message.Field {
		field.Options = nil
	}
	for _, oneof := range message.OneofDecl {
		oneof.Options = nil
	}
	for _, nested := range message.NestedType {
		plainMessage(nested)
	}
	for _, enum := range message.EnumType {
		plainEnum(enum)
	}
}

func plainEnum(enum *descriptorpb.EnumDescriptorProto) {
	if enum.GetOptions().GetAllowAlias() {
		enum.Options = &descriptorpb.EnumOptions{AllowAlias: proto.Bool(true)}
	} else {
		enum.Options = nil
	}
	for _, value := range enum.Value {
		value.Options = nil
	}
}

// Dependencies first, otherwise by name, so that the output does not depend on map order.
func order(closure map[string]*descriptorpb.FileDescriptorProto) []string {
	var sorted, paths []string
	for path := range closure {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	done := map[string]bool{}
	var visit func(string)
	visit = func(path string) {
		if done[path] {
			return
		}
		done[path] = true
		for _, dependency := range closure[path].Dependency {
			visit(dependency)
		}
		sorted = append(sorted, path)
	}
	for _, path := range paths {
		visit(path)
	}
	return sorted
}
