// Writes the closure of the Envoy API definitions that Fairlead uses as .proto files, and removes those
// that are no longer in it.
//
//	cd scripts/protos && go run . ../../protos
//
// The source is the Go module github.com/envoyproxy/go-control-plane/envoy at the version in go.mod,
// whose generated code carries complete descriptors. Options (validation rules, annotations) are left
// out together with the files that only define them: they change neither names nor numbers, and with
// them go the imports that nothing else needs. The mark of a deprecated field or value stays.
package main

import (
	_ "embed"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/jhump/protoreflect/desc"
	"github.com/jhump/protoreflect/desc/protoprint"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
)

//go:embed roots.go
var rootsSource string

// A Go package below one of these is named after its folder of .proto files.
var trees = []string{"github.com/envoyproxy/go-control-plane/", "github.com/cncf/xds/go/"}

// A blank line stands before each of these.
var topLevel = regexp.MustCompile(`(?m)^(package|message|enum|service) |^import .*\n(import .*\n)*`)

// Files that define nothing but options.
var optionFiles = []string{"validate/", "udpa/annotations/", "xds/annotations/", "envoy/annotations/", "google/api/annotations.proto", "google/api/field_behavior.proto", "google/protobuf/descriptor.proto"}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run . OUTPUT-FOLDER")
	}
	out := os.Args[1]
	closure := map[string]*descriptorpb.FileDescriptorProto{}
	for _, folder := range rootFolders() {
		found := 0
		protoregistry.GlobalFiles.RangeFiles(func(file protoreflect.FileDescriptor) bool {
			if path.Dir(file.Path()) == folder {
				collect(file, closure)
				found++
			}
			return true
		})
		if found == 0 {
			log.Fatalf("%s: no definitions in it", folder)
		}
	}
	set := &descriptorpb.FileDescriptorSet{}
	for _, file := range order(closure) {
		set.File = append(set.File, closure[file])
	}
	files, err := desc.CreateFileDescriptorsFromSet(set)
	if err != nil {
		log.Fatal(err)
	}
	written := map[string]bool{}
	for name, file := range files {
		if strings.HasPrefix(name, "google/protobuf/") {
			continue // well-known types come with every protobuf library
		}
		target := filepath.Join(out, name)
		write(target, file)
		written[target] = true
	}
	removed := removeOthers(out, written)
	fmt.Printf("%d files written to %s, %d removed\n", len(written), out, removed)
}

// The folders of .proto files that stand behind the imports in roots.go.
func rootFolders() []string {
	file, err := parser.ParseFile(token.NewFileSet(), "roots.go", rootsSource, parser.ImportsOnly)
	if err != nil {
		log.Fatal(err)
	}
	var folders []string
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			log.Fatal(err)
		}
		folders = append(folders, folderOf(name))
	}
	return folders
}

func folderOf(goPackage string) string {
	for _, tree := range trees {
		if folder, found := strings.CutPrefix(goPackage, tree); found {
			return folder
		}
	}
	log.Fatalf("%s: unknown source", goPackage)
	return ""
}

func write(target string, file *desc.FileDescriptor) {
	text, err := (&protoprint.Printer{Indent: "  ", Compact: true}).PrintProtoToString(file)
	if err != nil {
		log.Fatal(err)
	}
	text = topLevel.ReplaceAllString(text, "\n$0")
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(target, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}

func removeOthers(out string, written map[string]bool) int {
	removed := 0
	err := filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".proto" || written[name] {
			return err
		}
		removed++
		return os.Remove(name)
	})
	if err != nil {
		log.Fatal(err)
	}
	return removed
}

func collect(file protoreflect.FileDescriptor, closure map[string]*descriptorpb.FileDescriptorProto) {
	if _, seen := closure[file.Path()]; seen {
		return
	}
	closure[file.Path()] = withoutOptions(protodesc.ToFileDescriptorProto(file))
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
		if field.GetOptions().GetDeprecated() {
			field.Options = &descriptorpb.FieldOptions{Deprecated: proto.Bool(true)}
		} else {
			field.Options = nil
		}
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
		if value.GetOptions().GetDeprecated() {
			value.Options = &descriptorpb.EnumValueOptions{Deprecated: proto.Bool(true)}
		} else {
			value.Options = nil
		}
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
